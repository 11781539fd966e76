// Which part of the plan this process plays: by --shard, or by the variables that test runners set.
#pragma once

#include <string>

#include <cxxopts.hpp>

#include "harness/plan.h"

namespace pbxlab::tools {

void add_shard(cxxopts::Options& options);

// --shard i/n (from 1 to n) where it is given; else GTEST_TOTAL_SHARDS with GTEST_SHARD_INDEX; else
// Bazel's TEST_TOTAL_SHARDS with TEST_SHARD_INDEX (both count from 0); else the whole. The status
// file that the runner names (GTEST_SHARD_STATUS_FILE, TEST_SHARD_STATUS_FILE) is made: so it knows
// that the plan was divided. Throws UsageError for anything that is no shard.
[[nodiscard]] harness::Shard chosen_shard(const cxxopts::ParseResult& given);

// Bazel's XML_OUTPUT_FILE and TESTBRIDGE_TEST_ONLY; empty when they are not set.
[[nodiscard]] std::string bazel_report();
[[nodiscard]] std::string bazel_filter();

}  // namespace pbxlab::tools
