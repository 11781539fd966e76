// The kinds of provider keys: each reads and writes one member of the switch's Policy or of the
// line's Profile, or a pair of them that makes sense together only.
#pragma once

#include <algorithm>
#include <array>
#include <type_traits>

#include "harness/limits.h"
#include "harness/provider_keys.h"

namespace pbxlab::harness::keys {

using Behaviour = ProviderBehaviour;
using Type = ProviderKey::Type;
using lines::Profile;
using pbx::Policy;
using pbx::Treatment;

constexpr std::int64_t kLongest = kMaxWait.count();

// --- members by their path through the two structs
template <class T>
constexpr auto& part(auto& behaviour) {
    if constexpr (std::is_same_v<T, Policy>)
        return behaviour.policy;
    else if constexpr (std::is_same_v<T, lines::Tapi3Habits>)
        return behaviour.profile.tapi3;
    else
        return behaviour.profile;
}
template <class C, class M>
C owner(M C::*);
template <class C, class M>
M member(M C::*);

template <auto Member>
void set_member(Behaviour& behaviour, std::int64_t value) {
    auto& target = part<decltype(owner(Member))>(behaviour).*Member;
    using M = decltype(member(Member));
    if constexpr (std::is_same_v<M, pbx::Duration> || std::is_same_v<M, pbx::Delay>)
        target = pbx::Duration{value};
    else if constexpr (std::is_same_v<M, bool>)
        target = value != 0;
    else
        target = static_cast<M>(value);
}
template <auto Member>
std::int64_t get_member(const Behaviour& behaviour) {
    const auto& source = part<decltype(owner(Member))>(behaviour).*Member;
    using M = decltype(member(Member));
    if constexpr (std::is_same_v<M, pbx::Delay>)
        return source.least.count();
    else if constexpr (std::is_same_v<M, pbx::Duration>)
        return source.count();
    else
        return static_cast<std::int64_t>(source);
}

template <auto Member>
constexpr ProviderKey key(std::string_view name, std::string_view what, Type type) {
    ProviderKey made{name, what, type, {}, {}, 0, 0, &set_member<Member>, &get_member<Member>};
    if constexpr (std::is_same_v<decltype(member(Member)), pbx::Delay>)
        made.draw = [](Behaviour& behaviour, const pbx::Delay& delay) {
            part<decltype(owner(Member))>(behaviour).*Member = delay;
        };
    return made;
}
template <auto Member>
constexpr ProviderKey flag(std::string_view name, std::string_view what) {
    return key<Member>(name, what, Type::Flag);
}
template <auto Member>
constexpr ProviderKey choice(std::string_view name, std::string_view what,
                             std::span<const std::string_view> words) {
    ProviderKey made = key<Member>(name, what, Type::Choice);
    made.choices = words;
    return made;
}
// A time that may be zero.
template <auto Member>
constexpr ProviderKey time(std::string_view name, std::string_view what) {
    ProviderKey made = key<Member>(name, what, Type::Time);
    made.most = kLongest;
    return made;
}
// How long a step takes: never nothing, because nothing is without races.
template <auto Member>
constexpr ProviderKey delay(std::string_view name, std::string_view what) {
    ProviderKey made = time<Member>(name, what);
    made.least = 1;
    return made;
}
template <auto Member>
constexpr ProviderKey number(std::string_view name, std::string_view what, std::int64_t most) {
    ProviderKey made = key<Member>(name, what, Type::Number);
    made.most = most;
    return made;
}
// What an address has at most, whatever the office says of it.
template <auto Member>
constexpr ProviderKey limit(std::string_view name, std::string_view what, std::int64_t least = 0) {
    ProviderKey made = number<Member>(name, what, 1000);
    made.least = least;
    return made;
}
// `mask`: only these bits of the group; 0: all.
template <auto Member>
constexpr ProviderKey bits(std::string_view name, std::string_view what, std::string_view group,
                           std::int64_t mask = 0) {
    ProviderKey made = key<Member>(name, what, Type::Bits);
    made.group = group;
    made.most = mask;
    return made;
}

// --- keys that are not one member as it stands
template <auto Member>
constexpr ProviderKey withheld(std::string_view name, std::string_view what,
                               std::string_view group) {
    ProviderKey made = bits<Member>(name, what, group);
    made.set = [](Behaviour& b, std::int64_t value) {
        set_member<Member>(b, ~value & 0xFFFF'FFFF);
    };
    made.get = [](const Behaviour& b) { return ~get_member<Member>(b) & 0xFFFF'FFFF; };
    return made;
}

}  // namespace pbxlab::harness::keys
