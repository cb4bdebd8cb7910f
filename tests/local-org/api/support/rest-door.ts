/** An Apex REST resource that shows what reaches it and fails when told to. */
export const REST_DOOR: Readonly<Record<string, string>> = {
  'classes/Door.cls': `@RestResource(urlMapping='/door/*')
global class Door {
    @HttpGet
    global static Map<String, Object> show() {
        RestRequest request = RestContext.request;
        return new Map<String, Object>{
            'uri' => request.requestURI, 'path' => request.resourcePath,
            'parameters' => request.params, 'user' => UserInfo.getUserName()
        };
    }
    @HttpPost
    global static String greet(String name, Integer times) {
        if (name == 'boom') {
            insert new Account(Name = 'undone');
            throw new MathException('boom');
        }
        return name + times;
    }
    @HttpPut
    global static void write() {
        RestContext.response.statusCode = 201;
        RestContext.response.addHeader('X-Seen', RestContext.request.headers.get('X-Ask'));
        RestContext.response.responseBody = Blob.valueOf('got ' + RestContext.request.requestBody.toString());
    }
}`,
};
