@ApplicationModule(
        id = "payment",
        allowedDependencies = {"ordering"})
package badtown.cycle.loop.payment;

import org.springframework.modulith.ApplicationModule;
