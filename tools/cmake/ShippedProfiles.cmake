# Writes ${output}: the files ${folder}/*.json as texts of the program.
#   cmake -D folder=scenarios/providers -D output=shipped_profiles.cpp -P ShippedProfiles.cmake
file(GLOB files "${folder}/*.json")
list(SORT files)
set(source "// Made from the files of scenarios/providers/.
#include \"harness/shipped_profiles.h\"

namespace pbxlab::harness {

namespace {

constexpr ShippedFile kProfiles[] = {
")
foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME_WE)
    file(READ "${file}" json)
    string(APPEND source "    {\"${name}\", R\"profile(${json})profile\"},\n")
endforeach()
string(APPEND source "};

}  // namespace

std::span<const ShippedFile> shipped_profiles() { return kProfiles; }

}  // namespace pbxlab::harness
")
file(WRITE "${output}" "${source}")
