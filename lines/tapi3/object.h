// Reference counting in the manner of COM: whoever is given an object has a reference of its own,
// and gives it up with Release (reference: tapi3-operations 1).
#pragma once

#include <cstdint>
#include <utility>

namespace pbxlab::lines::tapi3 {

// An object that counts its references. It begins with none: the first Ref makes it one.
class Object {
 public:
    Object() = default;
    virtual ~Object() = default;
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;

    std::uint32_t AddRef() { return ++references_; }
    [[nodiscard]] std::uint32_t references() const { return references_; }
    // The number of references that are left. With the last one the object is gone.
    std::uint32_t Release() {
        const std::uint32_t left = --references_;
        if (left == 0) final_release();
        return left;
    }

 protected:
    virtual void final_release() { delete this; }

 private:
    std::uint32_t references_ = 0;
};

// One reference, given up when it goes.
template <class T>
class Ref {
 public:
    Ref() = default;
    explicit Ref(T* object) : object_{object} {
        if (object_ != nullptr) object_->AddRef();
    }
    Ref(const Ref& other) : Ref{other.object_} {}
    Ref(Ref&& other) noexcept : object_{std::exchange(other.object_, nullptr)} {}
    ~Ref() { reset(); }
    Ref& operator=(const Ref& other) {
        if (this == &other) return *this;
        return *this = Ref{other};
    }
    Ref& operator=(Ref&& other) noexcept {
        Ref taken{std::move(other)};
        std::swap(object_, taken.object_);
        return *this;
    }

    void reset() {
        if (T* object = std::exchange(object_, nullptr); object != nullptr) object->Release();
    }
    [[nodiscard]] T* get() const { return object_; }
    T* operator->() const { return object_; }
    T& operator*() const { return *object_; }
    explicit operator bool() const { return object_ != nullptr; }
    bool operator==(const Ref&) const = default;

 private:
    T* object_ = nullptr;
};

}  // namespace pbxlab::lines::tapi3
