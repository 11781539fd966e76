// Takes the place of operator new and operator delete in the programs that it is linked into.
#include "tests/bench/count_new.h"

#include <cstdlib>
#include <new>

#include <malloc.h>

namespace {

// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables): operator new has no object
thread_local std::uint64_t t_allocations = 0;
thread_local std::int64_t t_bytes = 0;
thread_local bool t_weighs = false;
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

// NOLINTBEGIN(cppcoreguidelines-no-malloc): what counts allocations must not count itself
void* counted(std::size_t size) {
    ++t_allocations;
    void* memory = std::malloc(size == 0 ? 1 : size);
    if (memory == nullptr) throw std::bad_alloc{};
    if (t_weighs) t_bytes += static_cast<std::int64_t>(malloc_usable_size(memory));
    return memory;
}
void* counted(std::size_t size, std::align_val_t alignment) {
    ++t_allocations;
    const auto bytes = static_cast<std::size_t>(alignment);
    void* memory = std::aligned_alloc(bytes, (size + bytes - 1) / bytes * bytes);
    if (memory == nullptr) throw std::bad_alloc{};
    if (t_weighs) t_bytes += static_cast<std::int64_t>(malloc_usable_size(memory));
    return memory;
}
void give_back(void* memory) {
    if (t_weighs) t_bytes -= static_cast<std::int64_t>(malloc_usable_size(memory));
    std::free(memory);
}
// NOLINTEND(cppcoreguidelines-no-malloc)

}  // namespace

// Not inlined: g++ 12 would take malloc and free for a mismatched pair.
[[gnu::noinline]] void* operator new(std::size_t size) { return counted(size); }
[[gnu::noinline]] void* operator new(std::size_t size, std::align_val_t alignment) {
    return counted(size, alignment);
}
// What a sanitizer has in its place would not fit the delete below.
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
    try {
        return counted(size);
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { give_back(memory); }
[[gnu::noinline]] void operator delete(void* memory, const std::nothrow_t& /*tag*/) noexcept {
    give_back(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { give_back(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::align_val_t) noexcept {
    give_back(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
    give_back(memory);
}

namespace pbxlab::bench {

std::uint64_t allocations() { return t_allocations; }

Weighing::Weighing() {
    t_bytes = 0;
    t_weighs = true;
}
Weighing::~Weighing() { t_weighs = false; }
// NOLINTNEXTLINE(readability-convert-member-functions-to-static): it weighs while it lives
std::int64_t Weighing::bytes() const { return t_bytes; }

}  // namespace pbxlab::bench
