package org.townloop.surface.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.townloop.TownTest;

/** Every address, by every method, with what each might be sent or asked for, leads where Spring's own mapping leads. */
@TownTest
class CrossroadsTests {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");
    private static final List<String> SEGMENTS = List.of("01936607-7a0c-703a-8d20-ec0fad0f1b31", "new", "x.jpg", "*");

    /** Spring's, of the same handlers. */
    private static final class Plain extends RequestMappingHandlerMapping {

        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
                throws Exception {
            return super.lookupHandlerMethod(path, request);
        }
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping router;

    @Autowired
    private ApplicationContext context;

    @Test
    void everyAddressLeadsWhereItLedBefore() {
        var crossroads = (Crossroads) router;
        var plain = plain();
        int found = 0;
        for (var path : paths()) {
            for (var method : METHODS) {
                for (var request : List.of(request(method, path), with(method, path, "text/xml"))) {
                    var expected = answer(() -> plain.lookupHandlerMethod(path, request));
                    assertThat(answer(() -> crossroads.lookupHandlerMethod(path, request)))
                            .as(method + " " + path)
                            .isEqualTo(expected);
                    found += expected.startsWith("handler") ? 1 : 0;
                }
            }
        }
        assertThat(found).as("addresses with a handler").isGreaterThan(300);
    }

    /** Every other text of an address is the same when some of it is escaped. */
    @Test
    void anEscapedAddressLeadsToTheSame() throws Exception {
        var crossroads = (Crossroads) router;
        for (var path : List.of("/api/%6Frders", "/%61pi/orders", "/api/orders;a=b")) {
            assertThat(crossroads.lookupHandlerMethod(path.replaceAll(";.*", ""), request("POST", path)))
                    .as(path)
                    .isEqualTo(crossroads.lookupHandlerMethod("/api/orders", request("POST", "/api/orders")))
                    .isNotNull();
        }
    }

    /** A handler that comes later is found, and one that is gone is not. */
    @Test
    void whatIsRegisteredLaterIsFound() throws Exception {
        var crossroads = new Crossroads();
        crossroads.setApplicationContext(context);
        var some = router.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getKey().getPatternValues().contains("/api/me"))
                .findFirst()
                .orElseThrow();
        assertThat(crossroads.lookupHandlerMethod("/api/me", request("GET", "/api/me")))
                .isNull();
        crossroads.registerMapping(
                some.getKey(), some.getValue().getBean(), some.getValue().getMethod());
        assertThat(crossroads.lookupHandlerMethod("/api/me", request("GET", "/api/me")))
                .isNotNull();
        crossroads.unregisterMapping(some.getKey());
        assertThat(crossroads.lookupHandlerMethod("/api/me", request("GET", "/api/me")))
                .isNull();
    }

    private Plain plain() {
        var plain = new Plain();
        plain.setApplicationContext(context);
        router.getHandlerMethods()
                .forEach((mapping, handler) -> plain.registerMapping(mapping, handler.getBean(), handler.getMethod()));
        return plain;
    }

    /** Each pattern with texts in its variables, shortened, lengthened, and as a folder. */
    private Set<String> paths() {
        var paths = new LinkedHashSet<>(List.of("/", "/nothing", "/sandbox/nothing", "/api/nothing/at/all"));
        router.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .flatMap(CrossroadsTests::paths)
                .forEach(paths::add);
        return paths;
    }

    private static Stream<String> paths(String pattern) {
        var paths = new ArrayList<String>();
        for (var segment : SEGMENTS) {
            var path = pattern.replaceAll("\\{[^}]+}", segment).replace("**", segment);
            paths.addAll(List.of(path, path + "/", path + "/more", path.replaceFirst("/[^/]*$", "/")));
        }
        return paths.stream().filter(path -> path.startsWith("/"));
    }

    private interface Lookup {
        @Nullable
        HandlerMethod find() throws Exception;
    }

    private static String answer(Lookup lookup) {
        try {
            var handler = lookup.find();
            return handler == null ? "nothing" : "handler " + handler;
        } catch (HttpRequestMethodNotSupportedException e) {
            var allowed = e.getSupportedMethods() == null ? new String[0] : e.getSupportedMethods();
            return "405 " + Arrays.stream(allowed).sorted().toList();
        } catch (Exception e) {
            return e.toString();
        }
    }

    private static MockHttpServletRequest with(String method, String path, String type) {
        var request = request(method, path);
        request.addHeader("Accept", type);
        request.setContentType(type);
        return request;
    }

    private static MockHttpServletRequest request(String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        return request;
    }
}
