package org.townloop.surface.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.loop.checkout.BasketCheckouts;
import org.townloop.surface.page.BasketCookie;
import org.townloop.surface.page.Cookies;

/** What a browser has put in the basket, whoever uses it: it stays through signing in and out. */
@Component
class Picks {

    private static final Duration KEPT = Duration.ofDays(7);
    /** Of the four thousand and some that browsers keep of a cookie. */
    private static final int LONGEST = 3_800;

    private final Cookies cookies;

    Picks(Cookies cookies) {
        this.cookies = cookies;
    }

    List<Pick> of(HttpServletRequest request) {
        var kept = cookies.get(request, BasketCookie.NAME);
        return kept == null
                ? List.of()
                : Arrays.stream(kept.split("\\."))
                        .limit(BasketCheckouts.MOST)
                        .flatMap(written -> Pick.read(written).stream())
                        .toList();
    }

    /** @return false if there is no room for all of them: then it is as it was */
    boolean add(HttpServletRequest request, HttpServletResponse response, List<Pick> more) {
        return keep(response, Stream.concat(of(request).stream(), more.stream()).toList());
    }

    boolean keep(HttpServletResponse response, List<Pick> picks) {
        var written = picks.stream().map(Pick::written).collect(Collectors.joining("."));
        if (picks.size() > BasketCheckouts.MOST || written.length() > LONGEST) {
            return false;
        }
        if (picks.isEmpty()) {
            cookies.remove(response, BasketCookie.NAME);
        } else {
            cookies.put(response, BasketCookie.NAME, written, KEPT);
        }
        return true;
    }
}
