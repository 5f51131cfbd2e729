package org.townloop.supply.booking;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The travel times of this process, as it is set up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TravelSettings.class)
class TravelConfiguration {

    /** Nothing knows the streets where no server is named. */
    @Bean
    RouteServer routeServer(TravelSettings settings, JsonMapper json) {
        return settings.osrm().isBlank() ? RouteServer.NONE : new OsrmTable(settings, json);
    }
}
