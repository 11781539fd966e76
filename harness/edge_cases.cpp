#include "harness/edge_cases.h"

#include <charconv>

namespace pbxlab::harness {

namespace {

constexpr EdgeCase kEdgeCases[] = {
    {1, "Glare: outgoing call collides with incoming call on a one-appearance line"},
    {2, "lineMakeCall refused after a positive request id"},
    {4, "Monitor application sees another application's call"},
    {5, "Provider never reports RINGBACK or PROCEEDING"},
    {7, "Dial string with an unsupported wait character"},
    {8, "Application splits the string at the offending character"},
    {10, "Call to one's own extension"},
    {11, "Drop during ringback"},
    {13, "No-answer timeout set by the caller"},
    {14, "Busy, then the user does nothing"},
    {16, "Line went off-hook manually before lineMakeCall"},
    {17, "More active calls than allowed"},
    {19, "Call answered on the physical phone instead of by the application"},
    {20, "OFFERING without any application open as owner"},
    {22, "Automated-voice application never gets calls"},
    {23, "Caller id arrives after the offering"},
    {25, "Call waiting: second call while the first is connected"},
    {26, "Toll saver"},
    {28, "lineAccept, then caller waits"},
    {29, "Phones that auto-accept"},
    {31, "Remote clears; application does not drop"},
    {32, "Double drop"},
    {34, "Reply for a deallocated call"},
    {35, "lineShutdown with requests outstanding"},
    {37, "Disconnect reason refined later"},
    {38, "User-user info delivered with the disconnect"},
    {40, "Held party hangs up"},
    {41, "Unhold while another call is connected"},
    {43, "Both ends hold each other"},
    {44, "Hold limit"},
    {46, "Held party hangs up during OHPT"},
    {47, "Consultation target hangs up before completion"},
    {49, "Transfer with swapped calls"},
    {50, "Consultation made on another address"},
    {52, "Blind transfer to an invalid number"},
    {53, "Blind transfer to a busy station"},
    {55, "Blind transfer target does not answer"},
    {56, "Transferred call sent back to the transferor"},
    {58, "One-step transfer flag"},
    {59, "Consultation dropped by the phone (user hangs up)"},
    {61, "Conference controller leaves"},
    {62, "Last participant removed"},
    {64, "Adding a party that is still ringing"},
    {65, "lineGetConfRelatedCalls immediately after adding"},
    {67, "Unhold on the original during set-up"},
    {68, "Conference full"},
    {70, "Participant wants to leave by itself"},
    {71, "Parent deallocated early"},
    {73, "Silent addition (no-hold conference)"},
    {74, "Park to an occupied orbit"},
    {76, "Unpark an empty orbit"},
    {77, "Unpark by the parker itself, old handle never deallocated"},
    {79, "Parked party abandons"},
    {80, "Two stations pick up the same ringing call"},
    {82, "Group pickup with nothing ringing"},
    {83, "Picking up the call that is ringing on one's own line via group pickup"},
    {85, "Redirect to a busy station"},
    {86, "Redirect to a forwarded station, and loops"},
    {88, "Forward loop A to B to A"},
    {89, "Chained forwarding and the identity fields"},
    {91, "Selective forwarding without caller id"},
    {92, "Forward set while a call is ringing"},
    {94, "Forward list replaced, not merged"},
    {95, "Forwarding changed at the phone"},
    {97, "Callback when the target becomes idle, then busy again"},
    {98, "Camp-on target hangs up"},
    {100, "Completion cancelled by the requester"},
    {101, "Completion cancelled by the switch"},
    {103, "Intrusion into a secured call"},
    {104, "Two owners, one deallocates"},
    {106, "Monitor tries to drop"},
    {107, "Handoff to a program that is not running"},
    {109, "Handoff to an application that already monitors the call"},
    {110, "Media-mode change without handoff"},
    {112, "Application opens a line with calls already up"},
    {113, "Owner becomes sole owner and turns monitor"},
    {115, "Ownership grabbed while the first owner acts"},
    {116, "Line goes out of service during a call"},
    {118, "LINE_CREATE while running"},
    {119, "LINE_REMOVE while open"},
    {121, "Application stuck on API 1.4"},
    {122, "Structure too small, and exactly enough"},
    {124, "lineOpen with a media mode the line lacks"},
    {125, "Line opened twice by the same application"},
    {127, "Event mode starvation"},
    {128, "Multithreaded application and reply order"},
    {130, "Inter-digit timeout"},
    {131, "Termination digit equals the buffer's last slot"},
    {133, "Call ends during gathering/generation"},
    {134, "Both DTMF and DTMFEND monitored"},
    {136, "lineGenerateDigits on a held call"},
    {137, "Monitoring across a hold and a conference"},
    {139, "Provider with call state UNKNOWN"},
    {140, "Reply arrives after the state change"},
    {142, "Applications using call ids instead of handles"},
    {143, "Calls that cannot be transferred"},
    {145, "Trunk and group devices"},
    {146, "Conditional forwarding overrides unconditional (vendor order)"},
    {148, "Timer-based clearing"},
    {149, "Provider backlog on simultaneous new calls"},
    {151, "Idle call info after the fact"},
    {152, "Application closes the line with an OFFERING it owns"},
    {154, "lineSetStatusMessages with bits the device never sends"},
    {155, "Two applications toggle status filters"},
    {156, "Consultation call dropped, another held call becomes the transfer target"},
    {157, "Handoff by media mode to UNKNOWN finds nobody"},
    {158, "Forwarding changed at the station, not by the application"},
    {159, "Recovery from an unsupported dial modifier, end to end"},
    {160, "Ring count of an unanswered call"},
};

constexpr bool in_order() {
    for (std::size_t i = 1; i < std::size(kEdgeCases); ++i) {
        if (kEdgeCases[i - 1].number >= kEdgeCases[i].number) return false;
    }
    return true;
}
static_assert(in_order());

}  // namespace

std::span<const EdgeCase> edge_cases() { return kEdgeCases; }

std::optional<std::uint32_t> edge_case_number(std::string_view text) {
    constexpr std::string_view kBegins = "EC-";
    if (!text.starts_with(kBegins)) return std::nullopt;
    std::uint32_t number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + kBegins.size(), end, number);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return number;
}

}  // namespace pbxlab::harness
