package org.townloop.base.notice;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSettings.class, SmsSettings.class})
class GatewayConfiguration {

    /** A gateway that is a bean (the inbox of a demo) takes everything; nothing leaves the machine then. */
    @Bean
    Gateways gateways(
            ObjectProvider<SmsGateway> sms,
            ObjectProvider<MailGateway> mail,
            ObjectProvider<PushGateway> push,
            SmsSettings smsSettings,
            MailSettings mailSettings,
            JsonMapper json) {
        return new Gateways(
                sms.getIfAvailable(() -> smsSettings.url().isBlank() ? null : new HttpSmsGateway(smsSettings, json)),
                mail.getIfAvailable(() -> mailSettings.host().isBlank() ? null : new SmtpMailGateway(mailSettings)),
                push.getIfAvailable());
    }
}
