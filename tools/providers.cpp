// pbxlab providers [NAME...]
#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "harness/escape.h"
#include "harness/provider_keys.h"
#include "harness/provider_profile.h"
#include "harness/report.h"
#include "harness/suite.h"
#include "tools/command.h"
#include "tools/terminal.h"

namespace pbxlab::tools {

namespace {

using harness::Basis;
using harness::ProfileSetting;
using harness::ProviderKey;
using harness::ProviderProfile;

void add_options(cxxopts::Options& options) {
    options.add_options()("root",
                          "The scenario root whose providers/ folder is looked into as well",
                          cxxopts::value<std::string>()->default_value("scenarios"), "DIR")(
        "keys", "Every key with its value, also where that is the default")(
        "markdown", "Every key with its default, as a document");
}

// The profile; nothing when it is broken, which is told.
std::optional<ProviderProfile> profile(const std::string& name, const std::string& root) {
    auto read = harness::read_profile({name, {}}, {{}, "pbxlab providers"}, root);
    if (read) return *std::move(read);
    print_error(harness::broken_text(read.error()));
    return std::nullopt;
}

std::string taken_over(const ProviderProfile& profile) {
    return profile.extends.empty() ? "" : "extends " + profile.extends.front();
}

std::string counts(const ProviderProfile& profile) {
    const auto count = [&profile](Basis basis) {
        const auto of = [](const auto& each) { return each.reason.basis; };
        return std::ranges::count(profile.settings, basis, of) +
               std::ranges::count(profile.faults, basis, of);
    };
    std::string text = taken_over(profile);
    const auto number = [&text](std::size_t many, std::string_view what) {
        if (many == 0) return;
        text +=
            fmt::format("{}{} {}{}", text.empty() ? "" : ", ", many, what, many == 1 ? "" : "s");
    };
    number(profile.settings.size(), "setting");
    number(profile.faults.size(), "fault");
    if (const auto facts = count(Basis::Fact)) text += fmt::format(", {} documented", facts);
    if (const auto taken = count(Basis::Assumption)) text += fmt::format(", {} assumed", taken);
    return text;
}

// The document scenarios/KEYS.md; a test holds it against this.
void print_document() {
    print(
        "# What can be set of a provider\n\n"
        "Made by `pbxlab providers --markdown`. These are the keys of `provider` in scenarios, of "
        "lines, and of the\n`settings` of profiles. A list of words stands for all of its bits.\n\n"
        "| key | what it changes | values | usually |\n| --- | --- | --- | --- |\n");
    for (const ProviderKey& key : harness::provider_keys()) {
        const std::int64_t usual = key.get(harness::ProviderBehaviour{});
        print(fmt::format("| `{}` | {} | {} | {} |\n", key.name, key.what, harness::type_text(key),
                          harness::value_text(key, usual)));
    }
}

void refuse_unknown(const std::vector<std::string>& asked, const std::vector<std::string>& names) {
    const std::vector<std::string_view> words{names.begin(), names.end()};
    for (const std::string& name : asked) {
        if (std::ranges::find(names, name) == names.end())
            throw UsageError(fmt::format("there is no provider profile \"{}\"{}", name,
                                         did_you_mean(name, words)));
    }
}

int list(const std::vector<std::string>& names, const std::string& root) {
    std::size_t width = 0;
    for (const std::string& name : names) width = std::max(width, name.size());
    int code = harness::kExitPassed;
    for (const std::string& name : names) {
        const auto read = profile(name, root);
        if (!read) {
            code = harness::kExitBroken;
            continue;
        }
        const std::string more = counts(*read);
        print(fmt::format("{:<{}}  {}{}\n", harness::one_line(name), width,
                          harness::one_line(read->name), more.empty() ? "" : " (" + more + ")"));
    }
    return code;
}

std::string reason(const harness::Reason& reason) {
    switch (reason.basis) {
        case Basis::Fact:
            return fmt::format("    documented: {} ({})\n", harness::one_line(reason.says),
                               harness::one_line(reason.source));
        case Basis::Assumption:
            return fmt::format("    assumed: {}\n", harness::one_line(reason.says));
        case Basis::Stated: break;
    }
    return {};
}

void print_key(const ProviderKey& key, const ProfileSetting* setting, const std::string& own) {
    const std::int64_t usual = key.get(harness::ProviderBehaviour{});
    const std::int64_t value = setting == nullptr ? usual : setting->setting.value;
    const bool drawn = setting != nullptr && setting->setting.most != 0;
    std::string text = fmt::format(
        "{}: {}", key.name,
        drawn ? harness::value_text(key, setting->setting) : harness::value_text(key, value));
    if (value != usual || drawn)
        text += fmt::format(" (usually {})", harness::value_text(key, usual));
    if (setting != nullptr && setting->reason.profile != own)
        text += fmt::format(", as in {}", setting->reason.profile);
    text += fmt::format("\n    {} ({})\n", key.what, harness::type_text(key));
    if (setting != nullptr) text += reason(setting->reason);
    print(text);
}

void explain(const ProviderProfile& profile, bool all_keys) {
    print(fmt::format("{}: {}\n", profile.id, harness::one_line(profile.name)));
    if (!profile.about.empty()) print(harness::one_line(profile.about) + "\n");
    if (!profile.extends.empty())
        print(fmt::format("extends {}\n", fmt::join(profile.extends, ", which extends ")));
    print("\n");
    const auto keys = harness::provider_keys();
    bool any = false;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto setting = std::ranges::find_if(
            profile.settings, [i](const ProfileSetting& each) { return each.setting.key == i; });
        const bool has = setting != profile.settings.end();
        if (has || all_keys) print_key(keys[i], has ? &*setting : nullptr, profile.id);
        any = any || has || all_keys;
    }
    for (const harness::ProfileFault& each : profile.faults) {
        print(fmt::format("fault: {}\n", harness::fault_text(each.fault)) + reason(each.reason));
        any = true;
    }
    if (!any) print("Nothing differs from what is usual; --keys shows every key.\n");
}

int providers(const cxxopts::ParseResult& given) {
    const std::string root = given["root"].as<std::string>();
    if (given.count("markdown") > 0) {
        print_document();
        return harness::kExitPassed;
    }
    const std::vector<std::string> all = harness::profile_names(root);
    const std::vector<std::string> names = arguments(given);
    if (names.empty()) return list(all, root);
    refuse_unknown(names, all);
    int code = harness::kExitPassed;
    bool first = true;
    for (const std::string& name : names) {
        const auto read = profile(name, root);
        if (!read) {
            code = harness::kExitBroken;
            continue;
        }
        if (!first) print("\n");
        explain(*read, given.count("keys") > 0);
        first = false;
    }
    return code;
}

}  // namespace

const Command kProviders = {
    "providers",
    "Lists provider profiles, or explains some.",
    "[NAME...]",
    "  pbxlab providers                      the profiles there are\n"
    "  pbxlab providers analog-modem         what it does differently, key by key, and why\n"
    "  pbxlab providers generic --keys       every key with what is usual\n"
    "  pbxlab providers mine --root tests    a profile of your own: tests/providers/mine.json\n",
    add_options,
    providers};

}  // namespace pbxlab::tools
