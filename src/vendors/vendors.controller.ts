import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Principal } from '../kernel/principal.js';
import { Allow, Caller } from '../platform/auth/allow.guard.js';
import { accepted } from '../platform/http/refused.filter.js';
import { PutVendorRequest, toVendor, toVendorResponse, VendorListResponse, VendorResponse } from './vendors.dto.js';
import { VendorsService } from './vendors.service.js';

@ApiTags('vendors')
@Controller('v1/vendors')
export class VendorsController {
  constructor(private readonly vendors: VendorsService) {}

  @Get()
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'listVendors', summary: 'The companies and servers that models are asked at' })
  @ApiOkResponse({ type: VendorListResponse })
  async list(): Promise<VendorListResponse> {
    return { vendors: (await this.vendors.list()).map(toVendorResponse) };
  }

  @Get(':name')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'getVendor',
    summary: 'One vendor: where it is, which key it uses by reference, prices',
  })
  @ApiOkResponse({ type: VendorResponse })
  async find(@Param('name') name: string): Promise<VendorResponse> {
    return toVendorResponse(accepted(await this.vendors.find(name)));
  }

  @Put(':name')
  @Allow('admin')
  @ApiOperation({ operationId: 'putVendor', summary: 'Write or replace a vendor; calls follow within a second' })
  @ApiOkResponse({ type: VendorResponse })
  async put(
    @Param('name') name: string,
    @Body() body: PutVendorRequest,
    @Caller() caller: Principal,
  ): Promise<VendorResponse> {
    return toVendorResponse(accepted(await this.vendors.put(toVendor(name, body), caller.person)));
  }

  @Delete(':name')
  @HttpCode(204)
  @Allow('admin')
  @ApiOperation({ operationId: 'deleteVendor', summary: 'Forget a vendor; calls to it fail from then on' })
  @ApiNoContentResponse()
  async remove(@Param('name') name: string): Promise<void> {
    accepted(await this.vendors.remove(name));
  }
}
