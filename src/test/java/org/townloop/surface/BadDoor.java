package org.townloop.surface;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Doors that ask nobody who they are: the walk must find them. */
@RestController
class BadDoor {

    @GetMapping("/bad/orders/{id}")
    String anybodys(@PathVariable UUID id) {
        return "the order " + id;
    }

    @PostMapping("/bad/orders/{id}/cancellation")
    String anybodyCancels(@PathVariable UUID id) {
        return "gone: " + id;
    }

    /** Below /sandbox, where no token against forged forms is asked for. */
    @PostMapping("/sandbox/bad/write")
    String fromAnywhere() {
        return "written";
    }
}
