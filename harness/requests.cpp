#include "harness/requests.h"

namespace pbxlab::harness {

std::uint32_t Requests::add(const Step* step, std::uint32_t seat) {
    std::uint32_t request = 0;
    if (free_.empty()) {
        request = static_cast<std::uint32_t>(requests_.size());
        requests_.emplace_back();
    } else {
        request = free_.back();
        free_.pop_back();
    }
    requests_[request] = Request{.step = step, .seat = seat};
    return request;
}

void Requests::returned(std::uint32_t request, lines::LineResult result) {
    requests_[request].id = result;
    if (result > 0) waiting_[key(requests_[request].seat, result)] = request;
}

std::uint32_t Requests::take(std::uint32_t seat, lines::LineResult id) {
    const auto place = waiting_.find(key(seat, id));
    if (place == waiting_.end()) return 0xFFFF'FFFFU;
    const std::uint32_t request = place->second;
    waiting_.erase(place);
    return request;
}

std::uint32_t Requests::find(std::string_view name) const {
    const auto place = names_.find(name);
    return place == names_.end() ? 0xFFFF'FFFFU : place->second;
}

}  // namespace pbxlab::harness
