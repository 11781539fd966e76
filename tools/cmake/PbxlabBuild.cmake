# How everything of ours is compiled: pbxlab_build is linked into each target of this project, and
# never reaches those who use an installed pbxlab.

if(PBXLAB_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    find_program(PBXLAB_CCACHE_PROGRAM ccache)
    if(PBXLAB_CCACHE_PROGRAM)
        # Precompiled headers are cached only when ccache may overlook the time they were made.
        set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
            "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime"
            "${PBXLAB_CCACHE_PROGRAM}")
    endif()
endif()

add_library(pbxlab_build INTERFACE)
target_compile_options(pbxlab_build INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wformat=2 -Werror
    # Options structs name the members that differ; the others have their defaults on purpose.
    -Wno-missing-field-initializers
    # A fused multiply-add would make results depend on the processor.
    -ffp-contract=off)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 sees overlapping copies in "literal" + std::string (GCC bug 105651).
    # At -O3 it also takes the empty state of a std::variant for a value that is read; clang and the
    # sanitizers look for what is really not initialised.
    target_compile_options(pbxlab_build INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()

# A sanitizer must see the whole program, so these are for every target and not in pbxlab_build.
if(PBXLAB_SANITIZE)
    add_compile_options(-fsanitize=${PBXLAB_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${PBXLAB_SANITIZE})
    add_compile_definitions(_GLIBCXX_ASSERTIONS)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # The added checks hide from g++ that a variable has been set (said in its manual).
        add_compile_options(-Wno-maybe-uninitialized)
    endif()
endif()
if(PBXLAB_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        message(FATAL_ERROR "PBXLAB_FUZZ needs clang (preset fuzz), not ${CMAKE_CXX_COMPILER_ID}")
    endif()
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# pbxlab_precompile(TARGET [header...])
#
# Half the time of a usual source goes into reading the standard library; headers named besides are
# precompiled always. A source includes what it uses all the same: the preset clang builds the
# product without.
function(pbxlab_precompile target)
    set(headers ${ARGN})
    set(precompile ${PBXLAB_PRECOMPILE})
    # What g++ 12 inlines from a precompiled header it takes for ours, and sees overflows in it that
    # are none: only where it does not optimise.
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND
       (NOT CMAKE_BUILD_TYPE STREQUAL "Debug" OR PBXLAB_SANITIZE))
        set(precompile OFF)
    endif()
    if(precompile)
        list(APPEND headers <algorithm> <array> <chrono> <map> <memory> <optional> <span> <string>
             <string_view> <utility> <vector>)
    endif()
    if(headers)
        target_precompile_headers(${target} PRIVATE ${headers})
    endif()
endfunction()
