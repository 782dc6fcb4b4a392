import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from phongtrao.org import scope
from tests.reporting import cases
@pytest.mark.parametrize("n",["rollup-sources","rollup-detail"])
def test_q(world, client_for,n):
    r=cases.open_round(world); cases.submitted(world,r)
    c=client_for(world.posting("An")); a=reverse("reporting:"+n,args=[r.pk]+(["HG05"] if "sources" in n else []))
    c.get(a); scope.forget()
    with CaptureQueriesContext(connection) as s: c.get(a)
    for i,q in enumerate(s.captured_queries): print(i,q["sql"][:50],q["sql"][q["sql"].find("FROM"):][:90])
