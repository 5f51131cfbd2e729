package badtown.web.loop.visit;

import org.springframework.web.bind.annotation.GetMapping;

/** A capability that answers HTTP. */
class Visits {
    @GetMapping("/visits")
    String all() {
        return "";
    }
}
