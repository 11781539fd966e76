// A program with a command line that does nothing: what starting any program costs.
#include <iostream>

#include <cxxopts.hpp>

int main(int argc, char** argv) {
    try {
        cxxopts::Options options{"pbxlab_empty", "Does nothing."};
        options.add_options()("h,help", "Show this help");
        if (options.parse(argc, argv).count("help") > 0) std::cout << options.help();
        return 0;
    } catch (const cxxopts::exceptions::exception&) {
        return 2;
    }
}
