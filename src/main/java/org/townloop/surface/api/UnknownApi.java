package org.townloop.surface.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.townloop.base.kernel.Absent;

/** What no other call answers, so that an unknown one gets a problem and not a page. */
@RestController
@Hidden
class UnknownApi {

    private static final String ALL = "/api/**";

    private final ObjectProvider<RequestMappingHandlerMapping> calls;

    UnknownApi(ObjectProvider<RequestMappingHandlerMapping> calls) {
        this.calls = calls;
    }

    /** @throws HttpRequestMethodNotSupportedException if there is such a call, by another method */
    @RequestMapping(ALL)
    void unknown(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        var methods = methods(PathContainer.parsePath(request.getRequestURI()));
        if (!methods.isEmpty()) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), methods);
        }
        throw new Absent("no such call");
    }

    private Set<String> methods(PathContainer path) {
        var methods = new TreeSet<String>();
        calls.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(call -> matches(call, path))
                .forEach(call -> call.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name())));
        return methods;
    }

    private static boolean matches(RequestMappingInfo call, PathContainer path) {
        var patterns = call.getPathPatternsCondition();
        return patterns != null
                && Stream.of(patterns)
                        .flatMap(condition -> condition.getPatterns().stream())
                        .anyMatch(pattern -> !pattern.getPatternString().equals(ALL) && pattern.matches(path));
    }
}
