#include "harness/json_file.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "harness/limits.h"

namespace pbxlab::harness {

namespace {

// A file descriptor that closes itself.
class Descriptor {
 public:
    explicit Descriptor(int number) : number_{number} {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }

 private:
    int number_;
};

tl::unexpected<Problem> refuse(const std::string& shown, std::string what, std::string expected) {
    return tl::unexpected(Problem{shown, 0, 0, {}, std::move(what), std::move(expected), {}});
}
tl::unexpected<Problem> refuse_by_system(const std::string& shown, int error) {
    return refuse(shown, "cannot be read: " + std::generic_category().message(error), {});
}
tl::unexpected<Problem> refuse_as_too_large(const std::string& shown) {
    return refuse(shown, "too large a file", "at most " + std::to_string(kMaxFileBytes) + " bytes");
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& file, const std::string& shown) {
    // O_NONBLOCK: opening a pipe that nobody writes to must not wait.
    const Descriptor opened{::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)};
    if (opened.number() < 0) return refuse_by_system(shown, errno);
    struct stat status {};
    if (::fstat(opened.number(), &status) != 0) return refuse_by_system(shown, errno);
    if (!S_ISREG(status.st_mode)) return refuse(shown, "not a regular file", "a JSON file");
    if (status.st_size > static_cast<off_t>(kMaxFileBytes)) return refuse_as_too_large(shown);
    // One byte more than it says, so that a file that grows meanwhile is noticed.
    std::string text(static_cast<std::size_t>(status.st_size) + 1, '\0');
    std::size_t size = 0;
    while (size < text.size()) {
        const ssize_t got = ::read(opened.number(), text.data() + size, text.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return refuse_by_system(shown, errno);
        const bool ended = static_cast<std::size_t>(got) < text.size() - size;
        size += static_cast<std::size_t>(got);
        if (ended) break;
        if (size > kMaxFileBytes) return refuse_as_too_large(shown);
        if (size == text.size()) text.resize(text.size() * 2);
    }
    text.resize(size);
    return text;
}

}  // namespace pbxlab::harness
