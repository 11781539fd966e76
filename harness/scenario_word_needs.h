// Words that a step cannot do without: one of each set. Internal to harness/.
#pragma once

#include "harness/scenario_words.h"
#include "harness/scenario_words_step.h"

namespace pbxlab::harness {

inline constexpr WordSet kNeedsCall[] = {words("call handle"), words("call line app")};
inline constexpr WordSet kNeedsTwoCalls[] = {words("call handle"), words("call line app"),
                                             words("with")};
inline constexpr WordSet kNeedsCallAndTo[] = {words("call handle"), words("call line app"),
                                              words("to buffer")};
inline constexpr WordSet kNeedsLine[] = {words("line handle"), words("line app")};
inline constexpr WordSet kNeedsDevice[] = {words("line device"), words("line app")};
inline constexpr WordSet kNeedsApplication[] = {words("app line")};
inline constexpr WordSet kNeedsLocation[] = {words("app line"), words("location")};
inline constexpr WordSet kNeedsTollList[] = {words("line device"), words("line app"),
                                             words("tollList")};
inline constexpr WordSet kNeedsCountry[] = {words("app line"), words("country")};
inline constexpr WordSet kNeedsOneLine[] = {words("line")};
inline constexpr WordSet kNeedsCallOrLine[] = {words("call line")};
inline constexpr WordSet kNeedsLineAndFlags[] = {words("line handle"), words("line app"),
                                                 words("statusFlags")};
inline constexpr WordSet kNeedsCallOrLineAndModes[] = {words("call line"), words("terminalModes")};
inline constexpr WordSet kNeedsCallLineOrHandle[] = {words("call line handle"),
                                                     words("call line app")};
inline constexpr WordSet kNeedsSubject[] = {words("call line outside")};
inline constexpr WordSet kNeedsRequest[] = {words("request")};
inline constexpr WordSet kNeedsFails[] = {words("fails")};
inline constexpr WordSet kNeedsAsync[] = {words("async")};
inline constexpr WordSet kNeedsLineAndDigits[] = {words("line"), words("digits")};
inline constexpr WordSet kNeedsLineAndProvider[] = {words("line"), words("provider")};
inline constexpr WordSet kNeedsOutside[] = {words("outside")};
inline constexpr WordSet kNeedsOutsideAndTo[] = {words("outside"), words("to")};
inline constexpr WordSet kNeedsOutsideAndDigits[] = {words("outside"), words("digits")};
inline constexpr WordSet kNeedsOutsideAndTone[] = {words("outside"), words("frequencies")};
inline constexpr WordSet kNeedsOutsideAndMedia[] = {words("outside"), words("media")};
inline constexpr WordSet kNeedsScript[] = {words("outside"), words("does")};
inline constexpr WordSet kNeedsLineAndCompletion[] = {words("line handle"), words("line app"),
                                                      words("completion")};
inline constexpr WordSet kNeedsCompletion[] = {words("completion")};
inline constexpr WordSet kNeedsFaults[] = {words("faults")};
inline constexpr WordSet kNeedsName[] = {words("name")};
inline constexpr WordSet kNeedsCount[] = {words("count")};
inline constexpr WordSet kNeedsSteps[] = {words("steps")};

}  // namespace pbxlab::harness
