package badtown.web.loop.payment;

import org.springframework.web.bind.annotation.PostMapping;

/** May call a gateway, and yet answers HTTP. */
class Intents {
    @PostMapping("/intents")
    String open() {
        return "";
    }
}
