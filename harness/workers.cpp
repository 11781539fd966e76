#include "harness/workers.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

namespace pbxlab::harness {

void spread(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work) {
    if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t threads = std::min<std::size_t>(jobs, std::max<std::size_t>(count, 1));
    boost::asio::thread_pool pool{threads};
    std::atomic<std::size_t> next{0};
    for (std::size_t i = 0; i < threads; ++i) {
        boost::asio::post(pool, [&next, &work, count] {
            for (std::size_t mine = next++; mine < count; mine = next++) work(mine);
        });
    }
    pool.join();
}

}  // namespace pbxlab::harness
