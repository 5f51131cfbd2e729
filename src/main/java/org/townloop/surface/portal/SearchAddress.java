package org.townloop.surface.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The address of a page of results: what was asked, and the same question with something more or less in it. Whatever
 * changes the question begins at the first page again.
 */
record SearchAddress(Map<String, List<String>> parameters) {

    private static final String PATH = "/search";
    private static final Set<String> NOT_ASKED = Set.of("cursor", "lang", "region");

    SearchAddress {
        var kept = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, values) -> {
            var said = values.stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (!said.isEmpty()) {
                kept.put(name, said);
            }
        });
        parameters = kept;
    }

    /** What was typed or chosen, or an empty text. */
    String first(String name) {
        return parameters.getOrDefault(name, List.of("")).getFirst();
    }

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    boolean hasAny(String... names) {
        return Arrays.stream(names).anyMatch(this::has);
    }

    boolean has(String name, String value) {
        return parameters.getOrDefault(name, List.of()).contains(value);
    }

    /** With the only value, or without any if it is empty. */
    SearchAddress with(String name, String value) {
        var changed = question();
        changed.put(name, List.of(value));
        return new SearchAddress(changed);
    }

    SearchAddress without(String... names) {
        var changed = question();
        changed.keySet().removeAll(Set.of(names));
        return new SearchAddress(changed);
    }

    /** With the value added to the others of that name, or taken away if it is there. */
    SearchAddress toggled(String name, String value) {
        var values = new ArrayList<>(parameters.getOrDefault(name, List.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        var changed = question();
        changed.put(name, values);
        return new SearchAddress(changed);
    }

    /** The same question, from the cursor on. */
    SearchAddress from(String cursor) {
        var changed = question();
        changed.put("cursor", List.of(cursor));
        return new SearchAddress(changed);
    }

    @Override
    public String toString() {
        var query = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("lang"))
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    private LinkedHashMap<String, List<String>> question() {
        var question = new LinkedHashMap<>(parameters);
        question.keySet().removeAll(NOT_ASKED);
        return question;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
