package org.townloop.surface.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
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
    private final Cookies cookies;

    Choices(Regions regions, Cookies cookies) {
        this.regions = regions;
        this.cookies = cookies;
    }

    @GetMapping("/look/{scheme}")
    View look(
            @PathVariable String scheme, @RequestParam(defaultValue = "/") String back, HttpServletResponse response) {
        cookies.put(response, Pages.SCHEME_COOKIE, Scheme.of(scheme).code(), KEPT);
        return View.seeOther(Back.within(back));
    }

    @GetMapping("/town/{code}")
    View town(@PathVariable String code, HttpServletResponse response) {
        var region = regions.byCode(code).orElseThrow(() -> new Absent("region " + code));
        cookies.put(response, Pages.TOWN_COOKIE, region.code(), KEPT);
        return View.seeOther("/");
    }
}
