// A part of a struct that most of its objects do without: it takes room only where it is written
// to, and reads as its default elsewhere.
#pragma once

#include <memory>

namespace pbxlab::harness {

template <class T>
class Seldom {
 public:
    Seldom() = default;
    ~Seldom() = default;
    Seldom(Seldom&&) noexcept = default;
    Seldom& operator=(Seldom&&) noexcept = default;
    Seldom(const Seldom& other) : own_{copy(other)} {}
    Seldom& operator=(const Seldom& other) {
        if (this != &other) own_ = copy(other);
        return *this;
    }

    [[nodiscard]] bool written() const { return own_ != nullptr; }
    [[nodiscard]] const T& operator*() const { return own_ != nullptr ? *own_ : usual(); }
    [[nodiscard]] const T* operator->() const { return &**this; }
    // For writing: from here on it has room of its own.
    [[nodiscard]] T& edit() {
        if (own_ == nullptr) own_ = std::make_unique<T>();
        return *own_;
    }

 private:
    static std::unique_ptr<T> copy(const Seldom& other) {
        return other.own_ != nullptr ? std::make_unique<T>(*other.own_) : nullptr;
    }
    static const T& usual() {
        static const T kUsual{};
        return kUsual;
    }

    std::unique_ptr<T> own_;
};

}  // namespace pbxlab::harness
