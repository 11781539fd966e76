// Measures figures. What a figure compares is run in turn, again and again; the figure is the
// median of what each turn says, so that whatever else the machine does strikes both sides alike.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/figures.h"
#include "tests/bench/work.h"

namespace pbxlab::bench {

struct Measured {
    const Figure* figure = nullptr;
    double value = 0;          // median
    double low = 0, high = 0;  // quartiles
    std::string problem;       // why there is no value; empty: there is
};

[[nodiscard]] bool meets(const Goal& goal, double value);

// `progress` is told what is measured now.
[[nodiscard]] std::vector<Measured> measure(const Cases& cases,
                                            const std::vector<const Figure*>& figures, bool quick,
                                            const std::function<void(std::string_view)>& progress);

}  // namespace pbxlab::bench
