package org.townloop.surface.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.kernel.Absent;
import org.townloop.base.region.Regions;

/** What a browser remembers for itself: light or dark, and which town. Links, so that they need no script. */
@Controller
class Choices {

    private static final Duration KEPT = Duration.ofDays(365);

    private final Regions regions;

    Choices(Regions regions) {
        this.regions = regions;
    }

    @GetMapping("/look/{scheme}")
    View look(
            @PathVariable String scheme, @RequestParam(defaultValue = "/") String back, HttpServletResponse response) {
        remember(response, Pages.SCHEME_COOKIE, Scheme.of(scheme).code());
        return View.seeOther(local(back));
    }

    @GetMapping("/town/{code}")
    View town(@PathVariable String code, HttpServletResponse response) {
        var region = regions.byCode(code).orElseThrow(() -> new Absent("region " + code));
        remember(response, Pages.TOWN_COOKIE, region.code());
        return View.seeOther("/");
    }

    /** An address within this site; anything else is the home page, so that no link leads astray through here. */
    static String local(String back) {
        var inside =
                back.startsWith("/") && !back.startsWith("//") && back.chars().noneMatch(c -> c == '\\' || c < ' ');
        return inside ? back : "/";
    }

    private static void remember(HttpServletResponse response, String name, String value) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(KEPT)
                .sameSite("Lax")
                .httpOnly(true)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
