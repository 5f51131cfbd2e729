package org.townloop.surface.page;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the handler of a request as Spring does, but among those only whose addresses begin in the same way. Spring tries
 * each pattern there is on an address that holds an id, and twice on one that nobody answers.
 */
final class Crossroads extends RequestMappingHandlerMapping {

    /** Where an address has what no pattern says in so many words: an id, or nothing we know. */
    private static final String OTHER = "*";

    /** The first two segments of an address: api and orders; orders and {@link #OTHER}. Empty where it has ended. */
    private record Beginning(String first, String second) {}

    /** The patterns that an address of one beginning may match, and of all others none. */
    private static final class Road extends RequestMappingHandlerMapping {

        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
                throws Exception {
            return super.lookupHandlerMethod(path, request);
        }
    }

    /** What patterns say at their first and second segment, and the roads that were gone so far: as many as these allow. */
    private record Signs(Set<String> first, Set<String> second, Map<Beginning, Road> roads) {

        Beginning beginning(PathContainer path) {
            var segments = path.elements().stream()
                    .filter(PathSegment.class::isInstance)
                    .limit(2)
                    .map(segment -> ((PathSegment) segment).valueToMatch())
                    .toList();
            return new Beginning(known(first, segments, 0), known(second, segments, 1));
        }

        private static String known(Set<String> words, List<String> segments, int at) {
            return at >= segments.size() ? "" : words.contains(segments.get(at)) ? segments.get(at) : OTHER;
        }
    }

    private volatile @Nullable Signs signs;

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        var known = signs == null ? read() : signs;
        var beginning = known.beginning(
                ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication());
        return known.roads().computeIfAbsent(beginning, this::road).lookupHandlerMethod(path, request);
    }

    @Override
    public void registerMapping(RequestMappingInfo mapping, Object handler, Method method) {
        super.registerMapping(mapping, handler, method);
        signs = null;
    }

    @Override
    public void unregisterMapping(RequestMappingInfo mapping) {
        super.unregisterMapping(mapping);
        signs = null;
    }

    private Signs read() {
        var first = new HashSet<String>();
        var second = new HashSet<String>();
        patterns().forEach(pattern -> {
            var segments = segments(pattern);
            segments.stream().limit(1).forEach(first::add);
            segments.stream().skip(1).forEach(second::add);
        });
        var read = new Signs(first, second, new ConcurrentHashMap<>());
        signs = read;
        return read;
    }

    private Stream<String> patterns() {
        return getHandlerMethods().keySet().stream().flatMap(mapping -> mapping.getPatternValues().stream());
    }

    private Road road(Beginning beginning) {
        var road = new Road();
        road.setApplicationContext(obtainApplicationContext());
        getHandlerMethods().forEach((mapping, handler) -> {
            if (mapping.getPatternValues().stream().anyMatch(pattern -> mayMatch(segments(pattern), beginning))) {
                road.registerMapping(mapping, handler.getBean(), handler.getMethod());
            }
        });
        return road;
    }

    private static boolean mayMatch(List<String> pattern, Beginning path) {
        return mayMatch(pattern, 0, path.first()) && mayMatch(pattern, 1, path.second());
    }

    /** What is no plain text may match anything, and what comes after it as well. */
    private static boolean mayMatch(List<String> pattern, int at, String segment) {
        var plainBefore = pattern.stream().limit(at).allMatch(Crossroads::isPlain);
        return !plainBefore
                || at >= pattern.size()
                || !isPlain(pattern.get(at))
                || pattern.get(at).equals(segment);
    }

    /** The first two. */
    private static List<String> segments(String pattern) {
        var segments = new ArrayList<String>();
        for (var segment : pattern.split("/")) {
            if (!segment.isEmpty() && segments.size() < 2) {
                segments.add(segment);
            }
        }
        return segments;
    }

    /** Whether it stands in an address as it stands in the pattern. */
    private static boolean isPlain(String segment) {
        return segment.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
    }
}
