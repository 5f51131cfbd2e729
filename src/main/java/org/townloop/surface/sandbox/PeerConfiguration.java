package org.townloop.surface.sandbox;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.townloop.base.kernel.DataFolder;

@Configuration(proxyBeanMethods = false)
@InDemoOnly
@EnableConfigurationProperties(PeerSettings.class)
class PeerConfiguration {

    /** The file is handed to the merchant, who reads the account from it. */
    @Bean
    MerchantAccount merchantAccount(DataFolder folder) {
        return MerchantAccount.in(folder.keys().resolve("sandbox-account.properties"));
    }
}
