package org.townloop.surface.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The door to the counter that works with no network. Its files are the same for everybody and are kept by browsers
 * whose session ran out long ago, so nobody has to sign in for them; what they know they ask the API, with the token of
 * the device. It alone may compile WebAssembly (the reader of QR codes where the browser has none) and use the camera.
 */
@Configuration(proxyBeanMethods = false)
class CounterDoor {

    private static final String CONTENT = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self'"
            + " data: blob:; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'";

    @Bean
    @Order(0)
    SecurityFilterChain counterShell(HttpSecurity http) throws Exception {
        return http.securityMatcher(
                        "/counter/app",
                        "/counter/words.json",
                        "/counter/manifest.webmanifest",
                        "/counter/*.js",
                        "/counter/zxing/**",
                        "/counter/*.png",
                        "/counter/*.svg")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(self), microphone=(), geolocation=()"))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)))
                .build();
    }
}
