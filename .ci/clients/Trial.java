package trial;

import java.time.LocalDate;

import client.ApiClient;
import client.api.FindingsApi;

/** Asks the registry through the generated client: the apps named on 3 November 2021. */
class Trial {

    public static void main(String[] args) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(args[0]);
        var finding = new FindingsApi(client).getFinding("miit-2021-11-3", null, null, null, LocalDate.of(2021, 11, 4), null, null);
        if (!"QQ音乐".equals(finding.getAppName())) {
            throw new IllegalStateException("Got " + finding);
        }
        System.out.println("Java: " + finding.getId() + " " + finding.getAppName() + " " + finding.getStatus());
    }
}
