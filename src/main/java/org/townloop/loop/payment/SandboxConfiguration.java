package org.townloop.loop.payment;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;
import org.townloop.base.kernel.DataFolder;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox gateway pays with no real money, so that it is there in a demo only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "townloop.mode", havingValue = "demo")
@EnableConfigurationProperties(SandboxSettings.class)
class SandboxConfiguration {

    /** Address and account are known once everything runs, and looked for when the first call is made. */
    @Bean
    SandboxGateway sandboxGateway(
            SandboxSettings settings, DataFolder folder, Environment environment, JsonMapper json) {
        Supplier<SandboxAccount> account =
                SingletonSupplier.of(() -> SandboxAccount.read(accountFile(settings, folder)));
        Supplier<String> url = () -> settings.url().isEmpty() ? ownServer(environment) : settings.url();
        Supplier<String> webhookUrl = () -> settings.webhookUrl().isEmpty()
                ? ownServer(environment) + "/api/webhooks/" + SandboxGateway.NAME
                : settings.webhookUrl();
        return new SandboxGateway(new SandboxCalls(url, account, settings.timeout(), json), webhookUrl, account, json);
    }

    private static Path accountFile(SandboxSettings settings, DataFolder folder) {
        return settings.account().isEmpty()
                ? folder.keys().resolve("sandbox-account.properties")
                : Path.of(settings.account());
    }

    /** By its name rather than its number, because that is how people call the server of their own machine. */
    private static String ownServer(Environment environment) {
        var address = environment.getProperty("server.address", InetAddress.class);
        var host = address == null || address.isAnyLocalAddress() || address.isLoopbackAddress()
                ? "localhost"
                : address.getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + environment.getRequiredProperty("local.server.port");
    }
}
