package org.townloop.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.townloop.base.kernel.DataFolder;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TownloopProperties.class)
class LaunchConfiguration {

    @Bean
    DataFolder dataFolder(TownloopProperties properties) {
        try {
            return new DataFolder(Files.createDirectories(properties.data()).toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
