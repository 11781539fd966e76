// ITCallHub: the calls of one conversation, those with the same LINECALLINFO.dwCallID (reference:
// tapi3-operations 13).
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "lines/structures.h"
#include "lines/tapi3/event.h"

namespace pbxlab::lines::tapi3 {

class Engine;

class CallHub final : public Object {
 public:
    CallHub(std::shared_ptr<Engine> engine, std::uint32_t number, std::uint32_t call_id);
    ~CallHub() override;
    CallHub(const CallHub&) = delete;
    CallHub& operator=(const CallHub&) = delete;

    // 1, 2, 3 ... over all hubs of the application.
    [[nodiscard]] std::uint32_t number() const { return number_; }
    [[nodiscard]] std::uint32_t call_id() const { return call_id_; }

    // Ends every call of it that the application may end (itcallhub-clear).
    HResult Clear();
    HResult EnumerateCalls(std::vector<Ref<Call>>* ppEnumCall);
    HResult get_NumCalls(std::uint32_t* plCalls);
    // CALLHUB_STATE (itcallhub-get_state).
    HResult get_State(std::uint32_t* pState);

 private:
    friend class Engine;
    std::shared_ptr<Engine> engine_;
    std::uint32_t number_ = 0, call_id_ = 0;
    HCall conference_{};        // kNoCall: it is none
    std::vector<Call*> calls_;  // in the order in which they joined
};

}  // namespace pbxlab::lines::tapi3
