import time
from tests.browser.cases import example, put
def test_x(desk, browser, folder):
    browser.open(desk.url + put(folder, example()) + "/see")
    t=time.time()
    for i in range(60):
        time.sleep(1)
        if not browser.script("return document.querySelector('[aria-busy=true]')!==null"): break
    print("SECONDS", time.time()-t)
    print(browser.script("return document.getElementById('problem').textContent"), browser.script("return performance.getEntriesByType('resource').map(e=>[e.name,e.duration,e.responseStatus])"))
    try: print(browser.driver.get_log('browser'))
    except Exception as e: print(e)
    print(browser.driver.execute_async_script("const d=arguments[0]; import('/assets/see.js').then(()=>d('ok'),e=>d(String(e)+e.stack))") if False else "")
    assert 0
