package org.townloop.surface.page;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;
import org.townloop.base.kernel.Absent;
import org.townloop.base.region.Regions;

/** The seal of a town as a picture: the sign on the browser's tab. */
@Controller
class Seals {

    /** The code and the seal while there is no region. */
    static final String NOWHERE = "townloop";

    static final String OURS = "圈";

    private final Regions regions;

    Seals(Regions regions) {
        this.regions = regions;
    }

    @GetMapping("/seal/{code}.svg")
    ResponseEntity<String> seal(@PathVariable String code) {
        var seal = code.equals(NOWHERE)
                ? OURS
                : regions.byCode(code)
                        .orElseThrow(() -> new Absent("region " + code))
                        .seal();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .contentType(MediaType.parseMediaType("image/svg+xml"))
                .body(drawn(seal));
    }

    private static String drawn(String seal) {
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">\
            <rect width="64" height="64" rx="9" fill="#a8321f"/>\
            <rect x="4" y="4" width="56" height="56" rx="6" fill="none" stroke="#fffaf4" stroke-opacity=".45" stroke-width="2"/>\
            <text x="32" y="46" text-anchor="middle" font-size="40" font-weight="600" fill="#fffaf4" \
            font-family="Songti SC,Noto Serif CJK SC,SimSun,serif">%s</text></svg>
            """.formatted(HtmlUtils.htmlEscape(seal));
    }
}
