# find_package(pbxlab) gives pbxlab::switch, pbxlab::lines and pbxlab::harness. The executable is
# installed by tools/, the headers and libraries by each layer.
include(CMakePackageConfigHelpers)

set(pbxlab_package "${CMAKE_INSTALL_LIBDIR}/cmake/pbxlab")
configure_package_config_file(tools/cmake/pbxlabConfig.cmake.in "${PROJECT_BINARY_DIR}/pbxlabConfig.cmake"
                              INSTALL_DESTINATION "${pbxlab_package}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/pbxlabConfigVersion.cmake"
                                 COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/pbxlabConfig.cmake"
              "${PROJECT_BINARY_DIR}/pbxlabConfigVersion.cmake" DESTINATION "${pbxlab_package}")
install(EXPORT pbxlabTargets NAMESPACE pbxlab:: DESTINATION "${pbxlab_package}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/scenarios/"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/pbxlab/scenarios")
