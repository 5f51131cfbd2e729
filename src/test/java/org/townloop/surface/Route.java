package org.townloop.surface;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;

/** A method and a pattern of addresses, as the router knows them. */
record Route(String method, String pattern) {

    /** Who works at the office of the region, and has no more to do with what is somebody's than anybody else. */
    static final String REGIONS_OPERATOR = "the region's operator";

    /** Whether it is theirs to open what is of their region there. */
    boolean isWorkOf(String who) {
        return who.equals(REGIONS_OPERATOR) && pattern.startsWith("/office/");
    }

    boolean isApi() {
        return pattern.startsWith("/api");
    }

    boolean isBad() {
        return pattern.contains("/bad/");
    }

    boolean namesSomething() {
        return pattern.contains("{");
    }

    /** Its address for that id. */
    String with(UUID id) {
        return pattern.replaceAll("\\{[^}]+}", id.toString());
    }

    /** A pattern without a method takes any. */
    static Stream<String> methods(Set<RequestMethod> methods) {
        return methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream().map(Enum::name);
    }
}
