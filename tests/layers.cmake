# cmake -DROOT=<checkout> -P layers.cmake
#
# Fails when a layer includes a layer above it, or a library or facility that it must not know. The
# linker proves the arrows for functions only; this proves them for headers too.
set(forbidden_switch "lines/|harness/|tools/|nlohmann/|boost/|cxxopts|thread>|mutex>|atomic>|condition_variable>|future>|fstream>|filesystem>|ctime>|time.h>|unistd.h>|sys/")
set(forbidden_lines "harness/|tools/|nlohmann/|boost/|cxxopts|thread>|mutex>|condition_variable>|future>|fstream>|filesystem>|ctime>|time.h>|sys/")
set(forbidden_harness "tools/|cxxopts")

set(seen 0)
set(wrong 0)
foreach(layer switch lines harness)
    file(GLOB_RECURSE files "${ROOT}/${layer}/*.h" "${ROOT}/${layer}/*.cpp")
    foreach(file IN LISTS files)
        math(EXPR seen "${seen} + 1")
        file(STRINGS "${file}" includes REGEX "^[ \t]*#[ \t]*include[ \t]*[<\"](${forbidden_${layer}})")
        foreach(include IN LISTS includes)
            math(EXPR wrong "${wrong} + 1")
            message("${file}: ${layer}/ must not say ${include}")
        endforeach()
    endforeach()
endforeach()
if(seen EQUAL 0)
    message(FATAL_ERROR "no source found below ${ROOT}")
elseif(wrong)
    message(FATAL_ERROR "${wrong} includes point the wrong way")
endif()
