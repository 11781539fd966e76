// The shell that waits: for programs whose methods return with their outcome, as those of COM do.
// Simulated time runs meanwhile; nothing below it ever waits.
//
//   Blocking wait{tapi, exchange.scheduler()};
//   const HResult result = wait(call->Connect(VARIANT_TRUE));
//   for (Notice event; wait.next(&event);) { ... }
#pragma once

#include <deque>

#include "lines/tapi3/tapi.h"
#include "switch/scheduler.h"

namespace pbxlab::lines::tapi3 {

class Blocking {
 public:
    Blocking(Tapi& tapi, pbx::Scheduler& scheduler) : tapi_{tapi}, scheduler_{scheduler} {}

    // Runs simulated time until the method returns; every method does within two minutes.
    // E_UNEXPECTED: from within an event of the exchange nothing can wait for the next.
    HResult operator()(const Returned& returned);

    // Takes the oldest event, also of those that came while something waited; false when there is
    // none. The returns of methods that nobody waits for are left out.
    bool next(Notice* event);

 private:
    Tapi& tapi_;
    pbx::Scheduler& scheduler_;
    std::deque<Notice> events_;
};

}  // namespace pbxlab::lines::tapi3
