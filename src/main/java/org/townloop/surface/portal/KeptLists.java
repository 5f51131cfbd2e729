package org.townloop.surface.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.surface.page.Cookies;

/**
 * The shopping lists that a browser keeps, of whoever uses it: they stay through signing in and through looking at an
 * article. Where it is brought and who is called is not kept.
 */
@Component
class KeptLists {

    private static final String NAME = "lists";
    private static final Duration KEPT = Duration.ofDays(7);
    /** With the basket and the session it must fit into the eight thousand that are read of a request's head. */
    private static final int LONGEST = 2_400;

    private static final String BETWEEN = "!";

    private final Cookies cookies;

    KeptLists(Cookies cookies) {
        this.cookies = cookies;
    }

    /** The fields of the form, as they were sent last; empty if nothing is kept. */
    Map<String, List<String>> of(HttpServletRequest request, PlaceId place) {
        return all(request)
                .filter(written -> KeptList.isOf(written, place))
                .findFirst()
                .map(KeptList::read)
                .orElse(Map.of());
    }

    /** The list that was touched last stands first; if there is no room for all, the oldest are let go. */
    void keep(HttpServletRequest request, HttpServletResponse response, PlaceId place, ShoppingList list) {
        var written = list.chosen().isEmpty() ? Stream.<String>of() : Stream.of(KeptList.written(place, list));
        write(response, Stream.concat(written, others(request, place)).toList());
    }

    void forget(HttpServletRequest request, HttpServletResponse response, PlaceId place) {
        write(response, others(request, place).toList());
    }

    private Stream<String> others(HttpServletRequest request, PlaceId place) {
        return all(request).filter(written -> !KeptList.isOf(written, place));
    }

    private Stream<String> all(HttpServletRequest request) {
        var kept = cookies.get(request, NAME);
        return kept == null ? Stream.of() : Arrays.stream(kept.split(BETWEEN));
    }

    private void write(HttpServletResponse response, List<String> lists) {
        var fitting = lists;
        while (!fitting.isEmpty() && length(fitting) > LONGEST) {
            fitting = fitting.subList(0, fitting.size() - 1);
        }
        if (fitting.isEmpty()) {
            cookies.remove(response, NAME);
        } else {
            cookies.put(response, NAME, fitting.stream().collect(Collectors.joining(BETWEEN)), KEPT);
        }
    }

    private static int length(List<String> lists) {
        return lists.stream().mapToInt(written -> written.length() + 1).sum();
    }
}
