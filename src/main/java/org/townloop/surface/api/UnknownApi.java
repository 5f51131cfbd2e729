package org.townloop.surface.api;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.kernel.Absent;

/** What no other call answers, so that an unknown one gets a problem and not a page. */
@RestController
@Hidden
class UnknownApi {

    @RequestMapping("/api/**")
    void unknown() {
        throw new Absent("no such call");
    }
}
