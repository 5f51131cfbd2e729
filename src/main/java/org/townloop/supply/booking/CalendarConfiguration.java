package org.townloop.supply.booking;

import java.net.InetAddress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.townloop.base.kernel.wire.OpenWeb;
import org.townloop.base.kernel.wire.Reach;

/** Where foreign calendars may lie. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalendarSettings.class)
class CalendarConfiguration {

    @Bean
    CalendarWire calendarWire(CalendarSettings settings) {
        var reach = settings.privateNetworks() ? Reach.ANYWHERE : new OpenWeb(InetAddress::getAllByName);
        return new CalendarWire(reach, settings.timeout(), settings.bytes());
    }
}
