#include "lines/tapi3/blocking.h"

#include <utility>

namespace pbxlab::lines::tapi3 {

HResult Blocking::operator()(const Returned& returned) {
    if (returned.pending == 0) return returned.result;
    while (true) {
        for (Notice notice; tapi_.next(&notice);) {
            if (notice.pending == returned.pending) return notice.result;
            if (notice.pending == 0) events_.push_back(std::move(notice));
        }
        if (!scheduler_.step()) return hresult(E_UNEXPECTED);
    }
}

bool Blocking::next(Notice* event) {
    if (!events_.empty()) {
        *event = std::move(events_.front());
        events_.pop_front();
        return true;
    }
    while (tapi_.next(event)) {
        if (event->pending == 0) return true;
    }
    return false;
}

}  // namespace pbxlab::lines::tapi3
