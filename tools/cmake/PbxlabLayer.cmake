# pbxlab_layer(NAME [PUBLIC target...] [PRIVATE target...])
#
# Makes the folder that calls it the library pbxlab_NAME, alias pbxlab::NAME, of all .cpp files below
# the folder. PUBLIC names what its headers need: the layer below and libraries. PRIVATE names what
# only its sources need; those must be header-only, because an installed pbxlab does not ask for them.
# A folder without sources is a library of headers.
function(pbxlab_layer name)
    cmake_parse_arguments(PARSE_ARGV 1 layer "" "" "PUBLIC;PRIVATE")
    set(target pbxlab_${name})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
    file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}"
         "${CMAKE_CURRENT_SOURCE_DIR}/*.h")

    set(scope INTERFACE)
    if(sources)
        set(scope PUBLIC)
        add_library(${target} STATIC ${sources})
        target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:pbxlab_build>)
        foreach(library IN LISTS layer_PRIVATE)
            target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:${library}>)
        endforeach()
        set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON)
        pbxlab_precompile(${target})
    else()
        add_library(${target} INTERFACE)
    endif()
    add_library(pbxlab::${name} ALIAS ${target})
    set_target_properties(${target} PROPERTIES EXPORT_NAME ${name})
    target_compile_features(${target} ${scope} cxx_std_20)
    target_link_libraries(${target} ${scope} ${layer_PUBLIC})
    target_include_directories(${target} ${scope}
        "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>"
        "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/pbxlab>")

    install(TARGETS ${target} EXPORT pbxlabTargets ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
    install(DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}/"
            DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/pbxlab/${name}" FILES_MATCHING PATTERN "*.h" PATTERN "*.inc")

    if(PBXLAB_TESTS AND PBXLAB_HEADER_CHECK AND headers)
        pbxlab_header_selfcheck(${name} ${target} "${headers}" "${layer_PRIVATE}")
    endif()
endfunction()

# Compiles each header alone, and twice in one file, so that it brings what it needs and has a guard.
function(pbxlab_header_selfcheck name target headers private)
    set(units "")
    foreach(header IN LISTS headers)
        string(MAKE_C_IDENTIFIER "${header}" unit)
        set(unit "${CMAKE_CURRENT_BINARY_DIR}/header_selfcheck/${unit}.cpp")
        file(CONFIGURE OUTPUT "${unit}" CONTENT "#include \"${header}\"\n#include \"${header}\"\n")
        list(APPEND units "${unit}")
    endforeach()
    add_library(header_selfcheck_${name} OBJECT ${units})
    target_link_libraries(header_selfcheck_${name} PRIVATE ${target} pbxlab_build ${private})
endfunction()
