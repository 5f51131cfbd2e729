package org.townloop.surface.page;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.townloop.base.identity.People;
import org.townloop.base.identity.TokenScope;
import org.townloop.base.identity.Tokens;
import org.townloop.base.kernel.TownAddress;

/**
 * Who may knock at which door: bearer tokens at the API, sessions at the pages, nobody else's scripts anywhere. What
 * somebody may do behind a door is decided by the gate.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "identity.spring_session", maxInactiveIntervalInSeconds = 60 * 60 * 24 * 14)
class Security {

    /** The counter scans with the camera; nothing else of a device is asked for. */
    private static final String DEVICES =
            "camera=(self), publickey-credentials-get=(self), publickey-credentials-create=(self), microphone=(),"
                    + " geolocation=(self), payment=(), usb=()";

    /** What carries its own proof or has nothing to protect. */
    private static final String[] PROVEN = {
        "/sandbox/**",
        "/api/webhooks/**",
        "/.well-known/**",
        "/messages/stop/**",
        "/assets/**",
        "/media/**",
        "/webjars/**",
        "/error"
    };

    /** What anybody may read. */
    private static final String[] OPEN = {
        "/api",
        "/api/openapi.json",
        "/api/offers",
        "/api/offers/**",
        "/api/places/*/cards",
        "/api/suggestions",
        "/api/places/*/delivery",
        "/api/places/*/plans"
    };

    /** Where a token goes that is good for one counter only. */
    private static final String[] AT_A_COUNTER = {"/api/me", "/api/redemptions", "/api/counters/**"};

    private final TownAddress address;
    private final BodyLimit bodies;
    private final RateLimit rates;
    private final ReadableParameters parameters;

    Security(
            TownAddress address,
            @Value("${townloop.limits.writes}") int writes,
            @Value("${townloop.limits.searches}") int searches,
            Problems problems,
            PageErrors pages,
            Clock clock) {
        this.address = address;
        this.bodies = new BodyLimit(problems);
        this.parameters = new ReadableParameters(problems, pages);
        this.rates = new RateLimit(writes, searches, problems, pages, clock);
    }

    /** What carries its own proof (a gateway's signature, the peer's key) or has nothing to protect. */
    @Bean
    @Order(1)
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher(PROVEN))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, Tokens tokens, Problems problems) throws Exception {
        return stateless(http.securityMatcher("/api", "/api/**"))
                .addFilterBefore(new BearerFilter(tokens), AuthorizationFilter.class)
                .addFilterBefore(rates, AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, OPEN)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, OPEN)
                        .permitAll()
                        // a revoked device's scans prove themselves by its signature, and go into quarantine
                        .requestMatchers(HttpMethod.POST, "/api/redemptions")
                        .permitAll()
                        .requestMatchers(AT_A_COUNTER)
                        .authenticated()
                        .anyRequest()
                        .access((actor, request) -> new AuthorizationDecision(mayAll(actor.get()))))
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, denied) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            problems.write(RequestReason.TOKEN_NEEDED, HttpStatus.UNAUTHORIZED, request, response);
                        })
                        .accessDeniedHandler((request, response, denied) ->
                                problems.write(RequestReason.NOT_FOUND, HttpStatus.NOT_FOUND, request, response)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pageDoors(HttpSecurity http, People people, CsrfTokenRepository csrfTokens) throws Exception {
        return headers(http)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new SessionFilter(people), AuthorizationFilter.class)
                .addFilterBefore(rates, AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/account/**",
                                "/agree/**",
                                "/baskets/**",
                                "/for-merchants/*/**",
                                "/my-loop/**",
                                "/orders/**",
                                "/quotes/**",
                                "/visits/**",
                                "/counter/**",
                                "/desk/**",
                                "/office/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, denied) -> {
                    var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
                    var next = request.getMethod().equals("GET") ? request.getRequestURI() + query : "/";
                    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                    response.setHeader("Location", "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
                }))
                .build();
    }

    @Bean
    CsrfTokenRepository csrfTokens(Cookies cookies) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(cookies.named("form"));
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.secure(cookies.secure()).sameSite(Cookies.SAME_SITE));
        return tokens;
    }

    @Bean
    CookieSerializer sessionCookie(Cookies cookies) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(cookies.named("session"));
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(cookies.secure());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite(Cookies.SAME_SITE);
        cookie.setRememberMeRequestAttribute(Sessions.KEEP);
        return cookie;
    }

    /** An observation of each filter and each decision costs more than all of them; {@link RequestTimes} has the whole. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** There are no passwords: people are known by token, code and passkey. */
    @Bean
    UserDetailsService nobodyByPassword() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    /** Whether it is a session's or a whole token's; one that is good for a counter is good for nothing else. */
    private static boolean mayAll(Authentication who) {
        return who instanceof SignedIn signedIn && signedIn.getPrincipal().scope() instanceof TokenScope.Everything;
    }

    /** Who calls is known anew each time, and to our own code only: nothing is kept, wrapped or made up for it. */
    private HttpSecurity stateless(HttpSecurity http) throws Exception {
        return headers(http)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable);
    }

    private HttpSecurity headers(HttpSecurity http) throws Exception {
        return http.addFilterBefore(bodies, CsrfFilter.class)
                .addFilterBefore(parameters, CsrfFilter.class)
                .headers(headers -> headers.addHeaderWriter(new ContentPolicy())
                        .httpStrictTransportSecurity(this::onlyByHttps)
                        .permissionsPolicyHeader(policy -> policy.policy(DEVICES))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)));
    }

    /** A town that is found by https is found by nothing else for a year (RFC 6797), whatever stands before it. */
    private void onlyByHttps(HeadersConfigurer<HttpSecurity>.HstsConfig hsts) {
        if (address.isSecure()) {
            hsts.requestMatcher(AnyRequestMatcher.INSTANCE)
                    .maxAgeInSeconds(Duration.ofDays(365).toSeconds())
                    .includeSubDomains(false);
        } else {
            hsts.disable();
        }
    }
}
