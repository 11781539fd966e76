// What calls are made with, and sent to.
#include "tests/conformance/wrong.h"

namespace pbxlab::lines::test {

void add_park_and_pickup(std::vector<Wrong>& all) {
    for (const std::uint32_t mode : {0U, 3U, 4U, kNoBit}) {
        all.push_back({Op::Park, "park mode", "INVALPARKMODE",
                       ask_with([mode](Ask& a) { a.park_mode = mode; })});
    }
    for (const std::uint32_t size : {0U, 23U}) {
        all.push_back(
            {Op::Park, "too small a structure", "STRUCTURETOOSMALL", ask_with([size](Ask& a) {
                 a.park_mode = LINEPARKMODE_NONDIRECTED;
                 a.total_size = size;
             })});
    }
    for (const Op op : {Op::Unpark, Op::Pickup}) {
        for (const std::uint32_t address : {1U, 0xFFFF'FFFFU}) {
            all.push_back({op, "address id", "INVALADDRESSID",
                           ask_with([address](Ask& a) { a.address = address; })});
        }
    }
    for (const char* group : {"", "nobody", "\xFF"}) {
        all.push_back(
            {Op::Pickup, "group", "INVALGROUPID", ask_with([group](Ask& a) { a.group = group; })});
    }
    all.push_back(
        {Op::Unpark, "null address", "INVALPOINTER", ask_with([](Ask& a) { a.number = nullptr; })});
}

void add_inband(std::vector<Wrong>& all) {
    for (const std::uint32_t modes : {8U, kNoBit, 0xFFFF'FFFFU}) {
        for (const Op op : {Op::GenerateDigits, Op::MonitorDigits, Op::GatherDigits}) {
            all.push_back({op, "digit modes", "INVALDIGITMODE",
                           ask_with([modes](Ask& a) { a.digit_modes = modes; })});
        }
        all.push_back({Op::GenerateTone, "tone mode", "INVALTONEMODE",
                       ask_with([modes](Ask& a) { a.tone_mode = modes == 8U ? 32U : modes; })});
        all.push_back({Op::MonitorMedia, "media modes", "INVALMEDIAMODE",
                       ask_with([modes](Ask& a) { a.media_mode = modes == 8U ? 1U : modes; })});
    }
    for (const char* digits : {"E", "1 ", "\xFF", "!"}) {
        all.push_back({Op::GatherDigits, "termination digits", "INVALDIGITS",
                       ask_with([digits](Ask& a) { a.termination = digits; })});
    }
    all.push_back(
        {Op::GatherDigits, "no digits", "INVALPARAM", ask_with([](Ask& a) { a.num_digits = 0; })});
    for (const std::size_t count : {0U, 4U, 1000U}) {
        all.push_back({Op::GenerateTone, "number of frequencies", "INVALPOINTER",
                       ask_with([count](Ask& a) { a.tones.resize(count, {440}); })});
    }
    for (const std::uint32_t hertz : {20'001U, 0xFFFF'FFFFU}) {
        all.push_back({Op::GenerateTone, "frequency", "INVALTONE",
                       ask_with([hertz](Ask& a) { a.tones[0].frequency = hertz; })});
        all.push_back({Op::MonitorTones, "frequency", "INVALTONE",
                       ask_with([hertz](Ask& a) { a.listened[0].frequencies[2] = hertz; })});
    }
    all.push_back({Op::GenerateTone, "volume", "INVALTONE",
                   ask_with([](Ask& a) { a.tones[0].volume = 0x1'0000; })});
    all.push_back({Op::MonitorTones, "number of tones", "INVALPOINTER",
                   ask_with([](Ask& a) { a.listened.resize(9); })});
}

void add_numbers(std::vector<Wrong>& all) {
    static const std::string kTooManyDigits(41, '1');
    static const std::string kTooLong = "1^" + std::string(79, 'n');
    for (const Op op : {Op::MakeCall, Op::Dial}) {
        for (const char* number : {"10-02", "(1)", "1;2", "1+1", "+", "1 2", "\x01", "\xFF", "x",
                                   kTooManyDigits.c_str(), kTooLong.c_str()}) {
            all.push_back(
                {op, number, "INVALADDRESS", ask_with([number](Ask& a) { a.number = number; })});
        }
        all.push_back({op, "prompt", "DIALPROMPT", ask_with([](Ask& a) { a.number = "1?"; })});
        all.push_back({op, "voice", "DIALVOICEDETECT", ask_with([](Ask& a) { a.number = "1:2"; })});
        for (const std::uint32_t country : {1000U, 0xFFFF'FFFFU}) {
            all.push_back({op, "country", "INVALCOUNTRYCODE",
                           ask_with([country](Ask& a) { a.country = country; })});
        }
    }
    for (const Op op : {Op::Redirect, Op::Park, Op::Unpark, Op::Pickup})
        for (const char* number : {"", "10-02", "1;2", "10;", "1W2", "1$", "1?", "1:2", "+", "x",
                                   "\xFF", kTooManyDigits.c_str(), kTooLong.c_str()}) {
            all.push_back(
                {op, number, "INVALADDRESS", ask_with([number](Ask& a) { a.number = number; })});
        }
    for (const std::uint32_t country : {1000U, 0xFFFF'FFFFU}) {
        all.push_back({Op::Redirect, "country", "INVALCOUNTRYCODE",
                       ask_with([country](Ask& a) { a.country = country; })});
    }
    for (const Op op : {Op::Accept, Op::Answer, Op::Drop, Op::SendUserUserInfo}) {
        for (const std::size_t size : {129U, 100'000U}) {
            all.push_back({op, "user-user information", "USERUSERINFOTOOBIG",
                           ask_with([size](Ask& a) { a.info = std::string(size, '\0'); })});
        }
    }
}

void add_call_params(std::vector<Wrong>& all) {
    using Field = std::uint32_t CallParams::*;
    constexpr Field kFlags = &CallParams::call_param_flags;
    struct Row {
        Field field;
        std::uint32_t value;
        const char* error;
    };
    for (const Row& row :
         {Row{&CallParams::bearer_mode, 3, "INVALBEARERMODE"},
          Row{&CallParams::bearer_mode, kNoBit, "INVALBEARERMODE"},
          Row{&CallParams::bearer_mode, LINEBEARERMODE_PASSTHROUGH, "BEARERMODEUNAVAIL"},
          Row{&CallParams::max_rate, 64001, "RATEUNAVAIL"},
          Row{&CallParams::min_rate, 0xFFFF'FFFF, "RATEUNAVAIL"},
          Row{&CallParams::media_mode, LINEMEDIAMODE_TDD, "INVALMEDIAMODE"},
          Row{&CallParams::media_mode, kNoBit, "INVALMEDIAMODE"},
          Row{&CallParams::media_mode, 0xFFFF'FFFF, "INVALMEDIAMODE"},
          Row{&CallParams::call_param_flags, kNoBit, "INVALCALLPARAMS"},
          Row{&CallParams::call_param_flags, LINECALLPARAMFLAGS_NOHOLDCONFERENCE,
              "INVALCALLPARAMS"},
          Row{&CallParams::call_param_flags, LINECALLPARAMFLAGS_ONESTEPTRANSFER, "INVALCALLPARAMS"},
          Row{&CallParams::address_mode, 3, "INVALADDRESSMODE"},
          Row{&CallParams::address_mode, kNoBit, "INVALADDRESSMODE"},
          Row{&CallParams::address_id, 1, "INVALADDRESSID"},
          Row{&CallParams::address_id, 0xFFFF'FFFF, "INVALADDRESSID"}}) {
        all.push_back({Op::MakeCall, "parameters", row.error,
                       params_with([row](CallParams& p) { p.*row.field = row.value; })});
    }
    for (const Row& row :
         {Row{&CallParams::bearer_mode, 3, "INVALBEARERMODE"},
          Row{&CallParams::bearer_mode, LINEBEARERMODE_PASSTHROUGH, "BEARERMODEUNAVAIL"},
          Row{&CallParams::max_rate, 64001, "RATEUNAVAIL"},
          Row{&CallParams::media_mode, 0xFFFF'FFFF, "INVALMEDIAMODE"},
          Row{&CallParams::call_param_flags, kNoBit, "INVALCALLPARAMS"},
          Row{&CallParams::call_param_flags, LINECALLPARAMFLAGS_NOHOLDCONFERENCE,
              "INVALCALLPARAMS"},
          Row{&CallParams::address_mode, 3, "INVALADDRESSMODE"},
          Row{&CallParams::address_id, 1, "INVALCALLPARAMS"},
          Row{&CallParams::total_size, 175, "STRUCTURETOOSMALL"}}) {
        for (const Op op : {Op::SetupTransfer, Op::SetupConference, Op::PrepareAddToConference}) {
            const bool own_flag = op != Op::SetupTransfer && row.field == kFlags;
            const std::uint32_t value = own_flag ? LINECALLPARAMFLAGS_ONESTEPTRANSFER : row.value;
            all.push_back({op, "parameters", row.error,
                           params_with([row, value](CallParams& p) { p.*row.field = value; })});
        }
    }
    for (const std::string& target :
         {std::string{}, std::string{"10-02"}, std::string{"1002;"}, std::string{"1?"},
          std::string("1002\0", 5), std::string(5000, '1'), std::string{"\xFF"}}) {
        for (const Op op : {Op::SetupTransfer, Op::SetupConference, Op::PrepareAddToConference}) {
            const std::uint32_t flag = op == Op::SetupTransfer
                                           ? LINECALLPARAMFLAGS_ONESTEPTRANSFER
                                           : LINECALLPARAMFLAGS_NOHOLDCONFERENCE;
            all.push_back({op, "target address", "INVALCALLPARAMS",
                           params_with([target, flag](CallParams& p) {
                               p.call_param_flags = flag;
                               p.target_address = target;
                           })});
        }
    }
    for (const Op op : {Op::SetupConference, Op::PrepareAddToConference}) {
        all.push_back({op, "rates", "INVALRATE",
                       params_with([](CallParams& p) { p.min_rate = 2, p.max_rate = 1; })});
        all.push_back(
            {op, "user-user information", "USERUSERINFOTOOBIG",
             params_with([](CallParams& p) { p.user_user_info = std::string(129, 'u'); })});
        all.push_back({op, "originating address", "INVALCALLPARAMS", params_with([](CallParams& p) {
                           p.address_mode = LINEADDRESSMODE_DIALABLEADDR;
                           p.orig_address = "1002";
                       })});
    }
    for (const std::string& address :
         {std::string{"1002"}, std::string{}, std::string("1001\0", 5), std::string(5000, '1')}) {
        all.push_back({Op::MakeCall, "originating address", "INVALADDRESS",
                       params_with([address](CallParams& p) {
                           p.address_mode = LINEADDRESSMODE_DIALABLEADDR;
                           p.orig_address = address;
                       })});
    }
    all.push_back({Op::MakeCall, "rates", "INVALRATE",
                   params_with([](CallParams& p) { p.min_rate = 2, p.max_rate = 1; })});
    all.push_back({Op::MakeCall, "user-user information", "USERUSERINFOTOOBIG",
                   params_with([](CallParams& p) { p.user_user_info = std::string(129, 'u'); })});
    all.push_back({Op::Open, "single address", "INVALADDRESSID", [](Stage& s) {
                       s.ask.privileges |= LINEOPENOPTION_SINGLEADDRESS;
                       s.ask.with_params = true;
                       s.ask.params.address_id = 1;
                   }});
}

}  // namespace pbxlab::lines::test
